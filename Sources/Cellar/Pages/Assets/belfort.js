//js
